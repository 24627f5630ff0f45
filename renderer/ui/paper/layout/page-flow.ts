import { classes, element, TOLERANCE } from './element.ts';
import { markWeight } from './fonts.ts';
import { splitText } from './split-text.ts';

/** One sheet's side. */
export interface PageBox {
  readonly element: HTMLElement;
  /** The text block (版心). */
  readonly block: HTMLElement;
  readonly landscape: boolean;
  /** False where the standard wants no page number. */
  numbered: boolean;
}

/**
 * Fills page after page of one paper: what does not fit goes to the next page, and headings that would stay alone at
 * the end of a page go with it.
 */
export class PageFlow {
  readonly pages: PageBox[] = [];
  readonly linesPerPage: number;
  private readonly stage: HTMLElement;
  /** Elements at the end of the current page that must not stay without what follows them. */
  private held: HTMLElement[] = [];

  constructor(stage: HTMLElement, linesPerPage: number) {
    this.stage = stage;
    this.linesPerPage = linesPerPage;
    this.open();
  }

  get page(): PageBox {
    const page = this.pages.at(-1);
    if (page === undefined) throw new Error('a flow has at least one page');
    return page;
  }

  get isEmptyPage(): boolean {
    return this.page.block.childElementCount === 0;
  }

  /** Whether body text (正文) stands on the current page: a signature must not stand without (cl. 7.3.5.5). */
  get hasBody(): boolean {
    return this.page.block.querySelector('[data-body]') !== null;
  }

  /** Lower edge of the current block, in the window's pixels. */
  get limit(): number {
    return this.page.block.getBoundingClientRect().bottom;
  }

  open(landscape = false): PageBox {
    const block = element('div', landscape ? ['block', 'landscape'] : ['block']);
    const page = element('section', ['page'], block);
    page.lang = 'zh-CN';
    page.style.setProperty('--lines-per-page', String(this.linesPerPage));
    page.style.setProperty('--mark-weight', markWeight());
    this.stage.append(page);
    const box = { element: page, block, landscape, numbered: true };
    this.pages.push(box);
    this.held = [];
    return box;
  }

  /** Goes on on an upright or a landscape page; an empty page that does not suit is taken away. */
  turnTo(landscape: boolean): void {
    if (this.page.landscape === landscape) return;
    if (this.isEmptyPage) this.pages.pop()?.element.remove();
    this.open(landscape);
  }

  fits(content: HTMLElement): boolean {
    return content.getBoundingClientRect().bottom <= this.limit + TOLERANCE;
  }

  /**
   * Adds what must stay in one piece.
   * @param make called once it stands on its page, to set what can only be measured there
   */
  addWhole(content: HTMLElement, make?: (content: HTMLElement) => void): void {
    this.page.block.append(content);
    make?.(content);
    if (!this.fits(content)) this.turnPage(content);
    this.release();
  }

  /** Adds a line that announces what follows. */
  addHeading(content: HTMLElement): void {
    const held = this.held;
    const page = this.page;
    this.addWhole(content);
    this.held = page === this.page ? [...held, content] : [content];
  }

  /** Adds a paragraph that may go on on the next pages. */
  addText(paragraph: HTMLElement): void {
    let rest: HTMLElement | null = paragraph;
    while (rest !== null) {
      this.page.block.append(rest);
      if (this.fits(rest)) break;
      const split = splitText(rest, this.limit);
      if (split !== null) {
        this.open();
        rest = split;
      } else if (!this.turnPage(rest)) break;
    }
    this.release();
  }

  /** What was held has found its company. */
  release(): void {
    this.held = [];
  }

  /**
   * Moves the last element to a new page, headings that would stay alone with it.
   * @returns false where it already is the first on its page
   */
  turnPage(content: HTMLElement): boolean {
    const moving = [...this.held, content];
    if (moving[0] === this.page.block.firstElementChild) return false;
    this.open(this.page.landscape).block.append(...moving);
    return true;
  }

  remove(): void {
    for (const page of this.pages) page.element.remove();
  }

  /** Landscape blocks are filled upright and turned when they are full. */
  finish(): void {
    for (const { block, landscape } of this.pages) {
      if (landscape) block.className = classes('block', 'landscape', 'turnedPage');
    }
  }
}
