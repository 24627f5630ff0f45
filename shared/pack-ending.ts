/** Ending of a data pack's file (数据包); the desktop opens such files with the program. */
export const PACK_ENDING = '.xabao';
