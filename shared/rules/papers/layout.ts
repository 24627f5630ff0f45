/* What is said to and heard from the making of pages, by the page that shows them and by the core that wants a PDF. */

export interface LayoutOptions {
  /** 〔惯例〕 the end matter stands on an even page, the back of the last sheet; default false. */
  endMatterOnEvenPage?: boolean;
}

/** What the standard asks for and a paper does not give. */
export interface LayoutRemark {
  /** The paper's place in the list. */
  paper: number;
  kind: 'noBodyOnFirstPage' | 'signatureAlone';
}

export interface LaidOutPapers {
  /** Pages of each paper. */
  pageCounts: number[];
  /** Lines of body text on a page of each paper; see lines-per-page.ts. */
  linesPerPage: number[];
  remarks: LayoutRemark[];
}
