import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureAims } from '#shared/rules/schedule/aims.ts';
import { checkPlan } from '#shared/rules/schedule/check.ts';
import type { SchedulePlan } from '#shared/rules/schedule/plan.ts';
import { type Aim, problemSchema } from '#shared/rules/schedule/problem.ts';
import { runCommandLine } from '#tests/support/command-line.ts';

const fixtures = join(import.meta.dirname, '..', '..', 'fixtures');
const problemFile = join(fixtures, 'schedule-problem.json');

interface Answer {
  status: string;
  ended: string;
  violatedRules: number;
  aims: { aim: Aim; value: number; bound: number; words: string }[];
  plan: SchedulePlan;
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(fixtures, name), 'utf8'));

describe('schedule on the command line', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'schedule-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const written = (content: string): string => {
    const path = join(folder, '问题.json');
    writeFileSync(path, content);
    return path;
  };

  it('prints for the example problem what the example answer says', async () => {
    const { code, out, said } = await runCommandLine('schedule', problemFile, '--seconds', '60');
    const answer = JSON.parse(out) as Answer;
    const example = read('schedule-answer.json') as Answer;
    expect(code).toBe(0);
    expect(said).toContain('排不进去的场所 0');
    expect({ ...answer, plan: null, seconds: 0 }).toEqual({ ...example, plan: null, seconds: 0 });
    const problem = problemSchema.parse(read('schedule-problem.json'));
    for (const { plan, aims } of [answer, example]) {
      expect(checkPlan(problem, plan)).toEqual([]);
      for (const { aim, value } of aims) expect(measureAims(problem, plan)[aim]).toBe(value);
    }
  });

  it.each([
    { what: 'no file is named', args: () => [], says: '缺少问题文件' },
    { what: 'the file is not there', args: () => ['没有.json'], says: '不能读取“没有.json”' },
    { what: 'the file is not JSON', args: () => [written('{')], says: '不是 JSON 文件' },
    { what: 'the problem lacks what it must have', args: () => [written('{}')], says: 'counties：' },
    {
      what: 'a place is in a county that is not there',
      args: () => [
        written(readFileSync(problemFile, 'utf8').replace('"countyId": "dq"', '"countyId": "xx"')),
      ],
      says: '区县“xx”没有列出，请补上或改正编号',
    },
    { what: 'the time is no time', args: () => [problemFile, '--seconds', '很久'], says: '秒数' },
    { what: 'there are unknown switches', args: () => [problemFile, '--fast'], says: '看不懂这些参数' },
  ])('says in Chinese what is wrong, with code 2, when $what', async ({ args, says }) => {
    const { code, out, said } = await runCommandLine('schedule', ...args());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(said).toContain(says);
    expect(said).toContain('用法：npm run --silent schedule');
  });
});
