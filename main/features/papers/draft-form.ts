import { localDay, paperDay } from '#shared/calendar/days.ts';
import type { PaperCosigner, PaperDetail, PaperStep } from '#shared/contract/papers.ts';
import { filledForm, type FormValues } from '#shared/rules/papers/filled-form.ts';
import { signedWords } from '#shared/rules/papers/form-paper.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { attachmentLines, cosignWords, printedDay } from '#shared/rules/papers/printed-words.ts';
import { standingStep } from '#shared/rules/papers/steps.ts';
import type { ReadContext } from '#main/core/handlers.ts';
import { detailOf, requireContent, requirePaper } from './rows.ts';
import { paperSettings } from './settings.ts';
import { printedForm } from './templates.ts';

const COSIGNERS_IN_BOX = 4;
const COSIGN_WORDS_IN_BOX = 60;

/**
 * 发文稿纸: who drafted, checked, co-signed and signed a paper, and how it goes out.
 * @throws AppError refused for a paper from before the program
 */
export function draftFormOf(sources: Pick<ReadContext, 'db' | 'resourcesFolder'>, uid: string): Paper {
  const { db } = sources;
  const { paper } = requireContent(db, requirePaper(db, uid).id);
  const detail = detailOf(db, uid);
  const { cosigners } = detail;
  return filledForm(printedForm(sources, 'draftForm'), valuesOf(detail, paper, paperSettings(db).printer), [
    {
      names: ['会签单位', '会签意见', '会签人和日期'],
      entries: areMany(cosigners) ? cosigners.map(cosignerEntry) : [],
      keepsRoom: false,
    },
  ]);
}

function valuesOf(detail: PaperDetail, paper: Paper, office: string): FormValues {
  const { steps, cosigners } = detail;
  const drafted = steps.find(({ kind }) => kind === 'create');
  return {
    签发: signing(detail),
    会签: cosigning(cosigners),
    核稿: checking(steps),
    拟稿: signedWords(office, detail.draftedBy, drafted === undefined ? '' : dayOf(drafted)),
    文种: detail.kindName,
    缓急: paper.head.urgency,
    密级: paper.head.secrecy,
    发文字号: `${detail.number}${detail.status === 'void' ? '（已作废）' : ''}`,
    份数: detail.copies === 0 ? '' : String(detail.copies),
    标题: detail.title.replaceAll('\n', ''),
    附件: attachmentLines(paper.attachments)
      .map((line) => `${line.number}${line.title}`)
      .join('\n'),
    主送: paper.addressee,
    抄送: paper.endMatter?.copyTo ?? '',
    印发范围: detail.scope,
    成文日期: signedDay(detail),
    印发日期: printedDay(detail.issuedOn ?? ''),
    会签附表: areMany(cosigners) ? '' : null,
  };
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

function cosignerEntry(cosigner: PaperCosigner): FormValues {
  const { person, day } = cosignedBy(cosigner);
  const signed = [person, day].filter((part) => part !== '').join('\n');
  return { 会签单位: cosigner.unit, 会签意见: answerOf(cosigner), 会签人和日期: signed };
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
