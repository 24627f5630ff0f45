import type { PaperPages } from '#shared/rules/papers/layout.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { attachmentLabel } from '#shared/rules/papers/printed-words.ts';
import { titleLines } from '#shared/rules/papers/title-lines.ts';
import { addBlocks } from './body.ts';
import { addAttachmentList, addAttendance, noteElement } from './closing.ts';
import { element } from './element.ts';
import { addEndMatter } from './end-matter.ts';
import { cornerLines, fillHead } from './head.ts';
import { fillLetterHead } from './letter-head.ts';
import type { PageFlow } from './page-flow.ts';
import { fillSignature } from './signature.ts';
import { addSlip } from './slip.ts';

export interface FillOptions {
  endMatterOnEvenPage: boolean;
}

/** What the standard asks of the pages with body text. */
export interface Filled {
  signatureHasBody: boolean;
  firstPageHasBody: boolean;
}

/** Puts a paper's head, body and signature onto the flow's pages, in the standard's order. */
export function fillBody(flow: PageFlow, paper: Paper): Filled {
  addHead(flow, paper);
  addTitle(flow, paper);
  addAddressee(flow, paper);
  addBlocks(flow, paper.body);
  const firstPageHasBody = flow.pages[0]?.block.querySelector('[data-body]') != null;
  addAttachmentList(flow, paper.attachments);
  addAttendance(flow, paper.attendance);
  const signatureHasBody = addSignature(flow, paper);
  return { signatureHasBody, firstPageHasBody };
}

/** Adds what comes after the signature. */
export function fillRest(
  flow: PageFlow,
  paper: Paper,
  options: FillOptions,
): Omit<PaperPages, 'count' | 'linesPerPage'> {
  if (paper.note !== '') flow.addText(noteElement(paper.note));
  paper.attachments.forEach((_, index) => addAttachment(flow, paper, index));
  const endMatter = addEndMatter(flow, paper, options.endMatterOnEvenPage);
  const slipAlone = paper.slip !== null && addSlip(flow, paper.slip, endMatter === 'none');
  return { endMatterAlone: endMatter === 'alone', slipAlone };
}

function addHead(flow: PageFlow, paper: Paper): void {
  if (paper.layout === 'form') addFormHead(flow, paper.head);
  else {
    const fill = paper.layout === 'letter' ? fillLetterHead : fillHead;
    flow.addWhole(element('header', ['head']), (head) => fill(head, paper, flow.page.element));
  }
}

/** A form has no red mark: the office's name stands over the title, the number under it. */
function addFormHead(flow: PageFlow, head: Paper['head']): void {
  for (const line of cornerLines(head)) flow.addWhole(line);
  const name = `${head.issuers.join('、')}${head.markSuffix}`;
  if (name !== '') flow.addWhole(titleElement(name, ['formTitle']));
}

function addTitle(flow: PageFlow, { title, layout, head }: Paper): void {
  const isForm = layout === 'form';
  if (title !== '') flow.addWhole(titleElement(title, [isForm ? 'formTitle' : 'title']));
  if (isForm && head.number !== '') flow.addWhole(element('p', ['right'], head.number));
}

function titleElement(title: string, classNames: readonly string[]): HTMLElement {
  return element('h1', classNames, titleLines(title).join('\n'));
}

function addAddressee(flow: PageFlow, { addressee, addresseeInEndMatter }: Paper): void {
  const isShown = addressee !== '' && !addresseeInEndMatter;
  if (isShown) flow.addText(element('p', ['flush', 'blankLine'], `${addressee.replace(/[：:]$/, '')}：`));
  else flow.addWhole(element('div', ['blankLine']));
}

function addSignature(flow: PageFlow, { signature, body }: Paper): boolean {
  if (signature === null || (signature.units.length === 0 && signature.day === '')) return true;
  flow.turnTo(false);
  flow.addWhole(element('div', ['signature']), (box) => fillSignature(box, signature));
  return flow.hasBody || body.length === 0;
}

/** cl. 7.3.7: a new page, number on line 1, title centred on line 3. */
function addAttachment(flow: PageFlow, { attachments }: Paper, index: number): void {
  const attachment = attachments[index];
  if (attachment === undefined) return;
  const [first] = attachment.body;
  flow.open(first?.kind === 'table' && first.landscape);
  flow.addHeading(element('p', ['flush', 'hei'], attachmentLabel(index, attachments.length)));
  flow.addHeading(titleElement(attachment.title, ['attachmentTitle']));
  addBlocks(flow, attachment.body);
}
