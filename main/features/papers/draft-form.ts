import { localDay, paperDay } from '#shared/calendar/days.ts';
import type { PaperCosigner, PaperDetail, PaperStep } from '#shared/contract/papers.ts';
import {
  formField,
  formLabel,
  formPair,
  formPaper,
  namedRoom,
  signedWords,
} from '#shared/rules/papers/form-paper.ts';
import type { Paper, PaperCell } from '#shared/rules/papers/model.ts';
import { attachmentLines, cosignWords, printedDay } from '#shared/rules/papers/printed-words.ts';
import { standingStep } from '#shared/rules/papers/steps.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { detailOf, requireContent, requirePaper } from './rows.ts';
import { paperSettings } from './settings.ts';

/** Three pairs of label and field, in which a day stands on one line; three columns are half of the whole. */
const COLUMNS = [20.5, 37, 20.5, 38, 16, 24];
const TITLE = '发文稿纸';
const COSIGNERS_IN_BOX = 4;
const COSIGN_WORDS_IN_BOX = 60;

/** @throws AppError refused for a paper from before the program */
export function draftFormOf(db: ReadStore, uid: string): Paper {
  const { paper } = requireContent(db, requirePaper(db, uid).id);
  return draftForm(detailOf(db, uid), paper, paperSettings(db).printer);
}

/** 发文稿纸: who drafted, checked, co-signed and signed a paper, and how it goes out. */
function draftForm(detail: PaperDetail, paper: Paper, office: string): Paper {
  const { steps, cosigners } = detail;
  const drafted = steps.find(({ kind }) => kind === 'create');
  const draftedOn = drafted === undefined ? '' : dayOf(drafted);
  const number = `${detail.number}${detail.status === 'void' ? '（已作废）' : ''}`;
  const attachments = attachmentLines(paper.attachments).map((line) => `${line.number}${line.title}`);
  return formPaper(office, TITLE, COLUMNS, [
    [namedRoom('签发', signing(detail), 3, 54), namedRoom('会签', cosigning(cosigners), 3, 54)],
    [
      namedRoom('核稿', checking(steps), 3, 28),
      namedRoom('拟稿', signedWords(office, detail.draftedBy, draftedOn), 3, 28),
    ],
    [
      ...formPair('文种', detail.kindName, 1, 'center'),
      ...formPair('缓急', paper.head.urgency, 1, 'center'),
      ...formPair('密级', paper.head.secrecy, 1, 'center'),
    ],
    [
      ...formPair('发文字号', number, 3),
      ...formPair('份数', detail.copies === 0 ? '' : String(detail.copies), 1, 'center'),
    ],
    [formLabel('标题'), { ...formField(detail.title.replaceAll('\n', ''), 5), height: 16 }],
    [formLabel('附件'), formField(attachments.join('\n'), 5)],
    [formLabel('主送'), { ...formField(paper.addressee, 5), height: 14 }],
    [formLabel('抄送'), { ...formField(paper.endMatter?.copyTo ?? '', 5), height: 14 }],
    [formLabel('印发范围'), formField(detail.scope, 5)],
    [
      ...formPair('成文日期', signedDay(detail)),
      ...formPair('印发日期', printedDay(detail.issuedOn ?? '')),
      ...formPair('校对', ''),
    ],
    ...(areMany(cosigners) ? cosignerRows(cosigners) : []),
  ]);
}

function checking(steps: readonly PaperStep[]): string {
  const step = standingStep(steps, 'approve');
  return step === undefined ? '' : signedWords(step.opinion, personOf(step), dayOf(step));
}

function signing(detail: PaperDetail): string {
  const step = standingStep(detail.steps, 'sign');
  return step === undefined ? '' : signedWords(step.opinion, personOf(step), signedDay(detail));
}

/** The day that the signing gave the paper. */
function signedDay({ steps, signedOn }: PaperDetail): string {
  return standingStep(steps, 'sign') === undefined ? '' : printedDay(signedOn ?? '');
}

/** More units, or longer words, than the box beside the signing holds have rows of their own below. */
function areMany(cosigners: readonly PaperCosigner[]): boolean {
  const words = cosigners.reduce((sum, { opinion }) => sum + opinion.length, 0);
  return cosigners.length > COSIGNERS_IN_BOX || words > COSIGN_WORDS_IN_BOX;
}

/** A unit that has not answered yet stands there with its name. */
function cosigning(cosigners: readonly PaperCosigner[]): string {
  if (areMany(cosigners)) return `共 ${cosigners.length} 个单位，意见见表末`;
  return cosigners
    .map((cosigner) => {
      const { person, day } = cosignedBy(cosigner);
      return signedWords(`${cosigner.unit}：${answerOf(cosigner)}`, person, day);
    })
    .join('\n');
}

function cosignerRows(cosigners: readonly PaperCosigner[]): PaperCell[][] {
  return [
    ['会签单位', '会签意见', '会签人和日期'].map((name) => ({ ...formLabel(name, 2), height: 9 })),
    ...cosigners.map((cosigner) => {
      const { person, day } = cosignedBy(cosigner);
      const signed = [person, day].filter((part) => part !== '').join('\n');
      return [cosigner.unit, answerOf(cosigner), signed].map((text) => formField(text, 2));
    }),
  ];
}

function answerOf({ answer, opinion }: PaperCosigner): string {
  if (answer === null) return '';
  const word = cosignWords[answer];
  return opinion === '' || opinion === word ? word : `${word}，${opinion}`;
}

function cosignedBy({ person, answeredOn }: PaperCosigner): { person: string; day: string } {
  return { person, day: printedDay(answeredOn ?? '') };
}

/** Whose step it was: entered for somebody else, or the user's own. */
function personOf({ person, userName }: PaperStep): string {
  return person === '' ? userName : person;
}

function dayOf({ at }: PaperStep): string {
  return paperDay(localDay(at));
}
