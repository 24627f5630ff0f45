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

/** How one paper lies on its pages. */
export interface PaperPages {
  count: number;
  /** Of body text; see lines-per-page.ts. */
  linesPerPage: number;
  /** Nothing but the end matter stands on its page, which then has no number (GB/T 9704-2012 cl. 7.5). */
  endMatterAlone: boolean;
  /** The reply slip has a sheet of its own behind the paper, without a number. */
  slipAlone: boolean;
}

export interface LaidOutPapers {
  /** In the order of the papers. */
  papers: PaperPages[];
  remarks: LayoutRemark[];
}
