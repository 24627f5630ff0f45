import { describe, expect, it } from 'vitest';
import { isTouched } from '#renderer/app/changes.ts';
import {
  answerTo,
  mergeGifts,
  mergeQuestions,
  NOTHING_OPEN,
  openItemTables,
  splitGifts,
  splitQuestions,
} from '#renderer/features/organizations/model/hand-over.ts';

const names = new Map([
  ['east', '东镇'],
  ['west', '西镇'],
  ['south', '南镇'],
]);
const nameOf = (uid: string) => names.get(uid) ?? '';

function anItem(organizationUid: string, given: { slot?: string; exclusive?: boolean } = {}) {
  const slot = given.slot ?? 'quarter';
  return {
    kind: 'scores',
    kindName: '正在进行的考核的分数',
    uid: `${organizationUid}-${slot}`,
    organizationUid,
    slot,
    slotName: '第三季度考核 · 乡镇',
    exclusive: true,
    state: '已评 3 项',
    stays: '仍以原名参加排名，备注里写明去向',
    ...given,
  };
}

describe('a merge', () => {
  it('asks once where only one can take over, answers nothing beforehand, and says what follows', () => {
    const items = [anItem('east'), anItem('west')];
    const [question, ...more] = mergeQuestions(items, null, nameOf);
    expect(more).toEqual([]);
    expect(question?.title).toBe('正在进行的考核的分数：第三季度考核 · 乡镇');
    expect(question?.choices.map(({ label }) => label)).toEqual([
      '“东镇”的(已评 3 项)转给合并后的机构',
      '“西镇”的(已评 3 项)转给合并后的机构',
      '留在原机构名下',
    ]);
    expect(question?.preset).toBe('stays');
    expect(question?.consequence('west-quarter')).toBe(
      '“西镇”的从这一天起归合并后的机构；“东镇”的仍以原名参加排名，备注里写明去向。',
    );
    expect(question?.consequence('stays')).toBe('“东镇”“西镇”的仍以原名参加排名，备注里写明去向。');
    expect(mergeGifts([question!], items, {})).toEqual([]);
    expect(mergeGifts([question!], items, { [question!.key]: 'west-quarter' })).toEqual([
      { kind: 'scores', uid: 'west-quarter' },
    ]);
  });

  it('hands over what a single source has, unless said otherwise', () => {
    const items = [anItem('east')];
    const [question] = mergeQuestions(items, null, nameOf);
    expect(mergeGifts([question!], items, {})).toEqual([{ kind: 'scores', uid: 'east-quarter' }]);
    expect(mergeGifts([question!], items, { [question!.key]: 'stays' })).toEqual([]);
  });

  it('leaves no choice where the successor has its own, and drops an answer that is no longer offered', () => {
    const items = [anItem('east'), anItem('south')];
    const [question] = mergeQuestions(items, 'south', nameOf);
    expect(question?.choices).toHaveLength(1);
    expect(answerTo(question!, { [question!.key]: 'east-quarter' })).toBe('stays');
    expect(question?.consequence('stays')).toBe(
      '“南镇”继续用自己的；“东镇”的仍以原名参加排名，备注里写明去向。',
    );
  });

  it('asks for each item where everybody may have several', () => {
    const items = [anItem('east', { exclusive: false }), anItem('west', { exclusive: false })];
    const questions = mergeQuestions(items, null, nameOf);
    expect(questions).toHaveLength(2);
    expect(mergeGifts(questions, items, {}).map(({ uid }) => uid)).toEqual(['east-quarter', 'west-quarter']);
  });
});

describe('a split', () => {
  it('asks for every item who gets it, and keeps it where it is until told', () => {
    const items = [anItem('east'), anItem('east', { slot: 'year' })];
    const questions = splitQuestions(items, { name: '东镇', parts: ['上镇', '下镇'], keep: false });
    expect(splitGifts(questions, items, {})).toEqual([]);
    expect(splitGifts(questions, items, { [questions[1]!.key]: '1' })).toEqual([
      { kind: 'scores', uid: 'east-year', to: 1 },
    ]);
    expect(questions[0]?.consequence('stays')).toContain('仍以原名参加排名');
    const kept = splitQuestions(items, { name: '东镇', parts: ['下镇'], keep: true });
    expect(kept[0]?.choices[0]?.label).toBe('仍归“东镇”');
    expect(kept[0]?.consequence('stays')).toBe('“东镇”继续用自己的(已评 3 项)。');
  });
});

describe('what is still open', () => {
  it('is asked for again in an open dialog, whichever feature keeps it', () => {
    for (const table of ['task_unit', 'key_site', 'brigade', 'micro_station', 'score', 'county_plan'])
      expect(isTouched(openItemTables, [{ table, uids: null }])).toBe(true);
  });

  it('is said to be nothing for all that is looked at', () => {
    for (const what of ['考核', '任务', '台账', '队伍', '重点单位']) expect(NOTHING_OPEN).toContain(what);
  });
});
