import {
  DocumentGridType,
  type FileChild,
  type ISectionOptions,
  PageOrientation,
  type Paragraph,
} from 'docx';
import { bareFooters, type Footers, landscapeFooters, portraitFooters } from './footers.ts';
import { margins, MINIMUM_LINE, page } from './measures.ts';
import { paragraph } from './paragraphs.ts';

interface Section {
  landscape: boolean;
  numbered: boolean;
  children: FileChild[];
}

interface SectionLook {
  /** From line to line of body text, in twips. */
  line: number;
  /** The first page has no number. */
  bareFirstPage: boolean;
}

/** The paper's parts in their order, a new section wherever pages turn. */
export class SectionFlow {
  private readonly sections: Section[] = [];

  /** Whatever is not on landscape pages goes on upright ones. */
  add(children: readonly FileChild[], landscape = false): void {
    this.sectionFor(landscape).children.push(...children);
  }

  /** What is added next begins a page. */
  startPage(): void {
    const { children } = this.sectionFor(this.isLandscape);
    if (children.length > 0) children.push(paragraph([], { line: MINIMUM_LINE, newPage: true }));
  }

  /** @param first begins a page by itself when told to */
  addPage(first: (newPage: boolean) => Paragraph, rest: readonly FileChild[], landscape: boolean): void {
    const section = this.sectionFor(landscape);
    section.children.push(first(section.children.length > 0), ...rest);
  }

  /** An upright sheet of its own, without a page number. */
  addSheet(children: readonly FileChild[]): void {
    this.sections.push({ landscape: false, numbered: false, children: [...children] });
  }

  /** Ends the paper in the section that it is in. */
  end(child: FileChild): void {
    this.sectionFor(this.isLandscape).children.push(child);
  }

  get isLandscape(): boolean {
    return this.last?.landscape ?? false;
  }

  finish({ line, bareFirstPage }: SectionLook): ISectionOptions[] {
    return this.sections.map((section, index) =>
      sectionOptions(section, { line, bareFirstPage: bareFirstPage && index === 0 }),
    );
  }

  private get last(): Section | undefined {
    return this.sections.at(-1);
  }

  private sectionFor(landscape: boolean): Section {
    const { last } = this;
    if (last?.landscape === landscape) return last;
    const opened = { landscape, numbered: true, children: [] };
    this.sections.push(opened);
    return opened;
  }
}

function sectionOptions(
  { landscape, numbered, children }: Section,
  { line, bareFirstPage }: SectionLook,
): ISectionOptions {
  return {
    children,
    footers: footersOf(landscape, numbered, bareFirstPage),
    properties: {
      // Tables keep to no grid, and LibreOffice would put one that does not fill the page into its middle.
      ...(!landscape && { grid: { type: DocumentGridType.LINES, linePitch: line } }),
      titlePage: bareFirstPage,
      page: landscape ? landscapePage : portraitPage,
    },
  };
}

function footersOf(landscape: boolean, numbered: boolean, bareFirstPage: boolean): Footers {
  if (!numbered) return bareFooters();
  return landscape ? landscapeFooters() : portraitFooters(bareFirstPage);
}

/** From the paper's edge to head and foot lines: the number's dash lies 7 mm below the text block (cl. 7.5). */
const FOOTER_MARGIN = 1404;

const portraitPage = {
  size: { width: page.width, height: page.height },
  margin: { ...margins, header: FOOTER_MARGIN, footer: FOOTER_MARGIN, gutter: 0 },
};

/** Turned so that the binding edge lies above: the table's head is towards it on odd pages (cl. 8). */
const landscapePage = {
  size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
  margin: {
    top: margins.left,
    right: margins.top,
    bottom: margins.right,
    left: margins.bottom,
    header: FOOTER_MARGIN / 2,
    footer: FOOTER_MARGIN / 2,
    gutter: 0,
  },
};
