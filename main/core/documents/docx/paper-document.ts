import { Document, type FileChild } from 'docx';
import type { PaperPages } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { attachmentLabel } from '#shared/rules/papers/printed-words.ts';
import { addBlocks } from './blocks.ts';
import { attachmentList, attendanceLines, noteLines } from './closing.ts';
import { endMatterParagraph, hasEndMatter } from './end-matter.ts';
import { fonts } from './fonts.ts';
import { formHead, formNumber } from './form-head.ts';
import { standardHead } from './head.ts';
import { letterHead } from './letter-head.ts';
import { lineOf, MINIMUM_LINE } from './measures.ts';
import { paragraph, space } from './paragraphs.ts';
import { text } from './runs.ts';
import { SectionFlow } from './sections.ts';
import { signatureLines } from './signature.ts';
import { slipBlocks } from './slip.ts';
import { addresseeParagraphs, titleParagraph } from './title.ts';

/** Stands as author where the paper names no issuer. */
const PROGRAM = '消安办工作台';

/** Puts the paper, part after part in the standard's order, into a document. */
export function paperDocument(paper: Paper, pages: PaperPages): Document {
  const line = lineOf(pages.linesPerPage);
  const flow = new SectionFlow();
  flow.add(head(paper, line));
  flow.add(titleParagraph(paper.title, paper.layout === 'form' ? 0 : 2 * line));
  if (paper.layout === 'form') flow.add(formNumber(paper.head));
  flow.add(addresseeParagraphs(paper, line));
  addBlocks(flow, paper.body, paper.signature !== null);
  flow.add(attachmentList(paper.attachments, line));
  flow.add(attendanceLines(paper.attendance, line));
  if (paper.signature !== null) flow.add(signatureLines(paper.signature, line));
  flow.add(noteLines(paper.note));
  paper.attachments.forEach((_, index) => addAttachment(flow, paper, index, line));
  addEnd(flow, paper, pages);
  const creator = paper.head.issuers[0] || PROGRAM;
  return new Document({
    sections: flow.finish({ line, bareFirstPage: hasBareFirstPage(paper, pages) }),
    evenAndOddHeaderAndFooters: true,
    compatabilityModeVersion: 15,
    title: paper.title.replaceAll('\n', ''),
    creator,
    lastModifiedBy: creator,
  });
}

/**
 * End matter, and the reply slip: below the text where nothing rests at the foot of the last page, otherwise on a
 * sheet of its own, which is no page of the paper. A page with nothing but the end matter has no number (cl. 7.5).
 */
function addEnd(flow: SectionFlow, paper: Paper, { endMatterAlone, slipAlone }: PaperPages): void {
  const endsAtFoot = hasEndMatter(paper);
  if (!endsAtFoot) flow.end(space(MINIMUM_LINE));
  else if (endMatterAlone || flow.isLandscape) flow.addSheet([endMatterParagraph(paper)]);
  else flow.add([endMatterParagraph(paper)]);
  if (paper.slip === null) return;
  if (endsAtFoot || slipAlone) flow.addSheet(slipBlocks(paper.slip));
  else flow.add(slipBlocks(paper.slip));
}

/** Page 1 of a letter has no number (cl. 10.1); a form of one page needs none. */
function hasBareFirstPage({ layout }: Paper, { count }: PaperPages): boolean {
  return layout === 'letter' || (layout === 'form' && count === 1);
}

function head(paper: Paper, line: number): FileChild[] {
  if (paper.layout === 'form') return formHead(paper.head);
  return paper.layout === 'letter' ? letterHead(paper.head, line) : standardHead(paper.head, line);
}

/** cl. 7.3.7: a new page, number on line 1, title centred on line 3. */
function addAttachment(flow: SectionFlow, { attachments }: Paper, index: number, line: number): void {
  const attachment = attachments[index];
  if (attachment === undefined) return;
  const [first] = attachment.body;
  const label = text(attachmentLabel(index, attachments.length), { font: fonts.hei });
  flow.addPage(
    (newPage) => paragraph(label, { newPage, keepNext: true }),
    titleParagraph(attachment.title, line),
    first?.kind === 'table' && first.landscape,
  );
  flow.add([paragraph([])], first?.kind === 'table' && first.landscape);
  addBlocks(flow, attachment.body);
}
