import type { campaigns as contract, SamplingLine } from '#shared/contract/campaigns.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { decidePatch } from '#main/core/patch.ts';
import { requireOpen } from './find.ts';
import { logWords } from './log-words.ts';
import { samplingLinesOf, writeSampling } from './sampling-rows.ts';

/** The rule is one field: lines mean something together only. What was drawn by an earlier one stays. */
export const setSampling: Handlers<typeof contract>['setSampling'] = ({ uid, base, set }, context) => {
  const { db, summarize } = context;
  const campaign = requireOpen(context, uid);
  const stored = { sampling: samplingLinesOf(db, campaign) };
  const changes = decidePatch<{ sampling: SamplingLine[] }>(stored, base, set);
  if (changes.sampling !== undefined) writeSampling(db, campaign, changes.sampling);
  summarize(logWords(campaign, `${set.sampling.length} 条`));
  return { uid };
};
