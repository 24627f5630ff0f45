import { firstStepKeys, type firstSteps as contract, type FirstSteps } from '#shared/contract/first-steps.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { ReadStore } from '#main/core/store/read-store.ts';
import { readSetting, writeSetting } from '#main/features/office/settings.ts';
import { stepsDone } from './queries.ts';

const CLOSED = 'firstSteps.closed';

export const firstSteps: Handlers<typeof contract> = {
  list: (_input, { db }) => stepsOf(db),

  setClosed({ closed }, { db, summarize }) {
    writeSetting(db, CLOSED, closed);
    summarize(closed ? '收起' : '打开');
    return stepsOf(db);
  },
};

function stepsOf(db: ReadStore): FirstSteps {
  const done = db.get(stepsDone);
  return {
    steps: firstStepKeys.map((key) => ({ key, done: done?.[key] === 1 })),
    closed: readSetting(db, CLOSED, false, (value) => typeof value === 'boolean'),
  };
}
