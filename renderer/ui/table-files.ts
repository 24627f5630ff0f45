/** Ends of names of the files that a table is read from; which kind a file is, its content tells. */
export const tableFiles: readonly string[] = ['.xlsx', '.xlsm', '.xls', '.et', '.csv'];
