/*
 * How many lines of body text stand on a page of a paper. The way from line to line follows from it: pages in the DOM
 * and the .docx both divide the text block by it.
 */

/** In every layout (GB/T 9704-2012 cl. 5.2.3). */
export const LINES_PER_PAGE = 22;

/** What a page may hold instead, in the order of trying, so that a signature has body text above it (cl. 7.3.5.5). */
export const otherLinesPerPage = [23, 21, 24, 20, 25, 19] as const;
