import type { HandOverItem } from '#shared/contract/organizations.ts';
import { ANY_TABLE } from '#renderer/app/changes.ts';

/** Which features keep something open for an organization, this page does not know. */
export const openItemTables: readonly string[] = [ANY_TABLE];

export const NOTHING_OPEN =
  '从这一天起没有要交接的：正在考核的分数、未办结的任务、台账、队伍和人员、重点单位等都没有。';

/** What is chosen where everything stays under the old name. */
const STAYS = 'stays';

export interface Choice {
  value: string;
  label: string;
}

/** One question about what is still open: a place where one organization can take over, or a single item. */
export interface HandOverQuestion {
  key: string;
  /** 正在进行的考核的分数：2026年第三季度 · 乡镇街道 */
  title: string;
  choices: Choice[];
  preset: string;
  /** Chinese: what follows from a choice. */
  consequence: (value: string) => string;
}

/** An item of one kind for somebody; `to` is the place of the one who gets it. */
export interface Gift {
  kind: string;
  uid: string;
  to: number;
}

/**
 * What a merge has to ask. Where only one of several can be taken over, that is one question, and none is answered
 * beforehand; what a single organization has open goes to the successor unless said otherwise.
 * @param into the existing organization that the others become, if it is one
 * @param nameOf name of an organization by its uid
 */
export function mergeQuestions(
  items: readonly HandOverItem[],
  into: string | null,
  nameOf: (uid: string) => string,
): HandOverQuestion[] {
  return bySlot(items).flatMap((group): HandOverQuestion[] => {
    const sources = group.filter(({ organizationUid }) => organizationUid !== into);
    const [first] = sources;
    if (first === undefined) return [];
    const names = (some: readonly HandOverItem[]) =>
      some.map(({ organizationUid }) => `“${nameOf(organizationUid)}”`).join('');
    const isFilled = first.exclusive && sources.length < group.length;
    const stay = { value: STAYS, label: '留在原机构名下' };
    return [
      {
        key: keyOf(first),
        title: titleOf(first),
        choices: isFilled
          ? [stay]
          : [
              ...sources.map((item) => ({
                value: item.uid,
                label: `“${nameOf(item.organizationUid)}”的(${item.state})转给合并后的机构`,
              })),
              stay,
            ],
        preset: !isFilled && sources.length === 1 ? first.uid : STAYS,
        consequence(value) {
          const taken = sources.filter(({ uid }) => uid === value);
          const left = sources.filter(({ uid }) => uid !== value);
          const words = [
            isFilled && into !== null ? `“${nameOf(into)}”继续用自己的` : '',
            taken.length > 0 ? `${names(taken)}的从这一天起归合并后的机构` : '',
            left.length > 0 ? `${names(left)}的${first.stays}` : '',
          ];
          return `${words.filter((word) => word !== '').join('；')}。`;
        },
      },
    ];
  });
}

/** What a split has to ask: one question for each item, each successor by its place. */
export function splitQuestions(
  items: readonly HandOverItem[],
  { name, parts, keep }: { name: string; parts: readonly string[]; keep: boolean },
): HandOverQuestion[] {
  return items.map((item) => ({
    key: keyOf(item),
    title: titleOf(item),
    choices: [
      { value: STAYS, label: keep ? `仍归“${name}”` : `留在“${name}”名下` },
      ...parts.map((part, place) => ({ value: String(place), label: `转给“${part}”(${item.state})` })),
    ],
    preset: STAYS,
    consequence(value) {
      const taker = parts[Number(value)];
      if (value !== STAYS && taker !== undefined)
        return `“${taker}”承接原来的(${item.state})；其他新机构从这一天起另行处理。`;
      return keep ? `“${name}”继续用自己的(${item.state})。` : `原来的(${item.state})${item.stays}。`;
    },
  }));
}

/** The answers to a merge's questions, as they are sent. */
export function mergeGifts(
  questions: readonly HandOverQuestion[],
  items: readonly HandOverItem[],
  answers: Answers,
): Omit<Gift, 'to'>[] {
  const chosen = new Set(questions.map((question) => answerTo(question, answers)));
  return items.filter(({ uid }) => chosen.has(uid)).map(({ kind, uid }) => ({ kind, uid }));
}

export function splitGifts(
  questions: readonly HandOverQuestion[],
  items: readonly HandOverItem[],
  answers: Answers,
): Gift[] {
  return items.flatMap(({ kind, uid }, place) => {
    const question = questions[place];
    const answer = question === undefined ? STAYS : answerTo(question, answers);
    return answer === STAYS ? [] : [{ kind, uid, to: Number(answer) }];
  });
}

export type Answers = Readonly<Record<string, string>>;

/** An answer whose choice is gone, because the dialog was changed meanwhile, counts for nothing. */
export function answerTo({ key, choices, preset }: HandOverQuestion, answers: Answers): string {
  const answer = answers[key];
  return answer !== undefined && choices.some(({ value }) => value === answer) ? answer : preset;
}

function bySlot(items: readonly HandOverItem[]): HandOverItem[][] {
  const groups = new Map<string, HandOverItem[]>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known === undefined) groups.set(keyOf(item), [item]);
    else known.push(item);
  }
  return [...groups.values()];
}

/** Where each organization may have its own, each one is a question of its own. */
function keyOf({ kind, slot, exclusive, uid }: HandOverItem): string {
  return exclusive ? `${kind}/${slot}` : `${kind}/${slot}/${uid}`;
}

function titleOf({ kindName, slotName }: HandOverItem): string {
  return `${kindName}：${slotName}`;
}
