/** Through which door a caller came in; written into every line of the log. */
export type Host = 'electron' | 'browser' | 'cli';
