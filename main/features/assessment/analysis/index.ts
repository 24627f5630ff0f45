import type { analysis as contract } from '#shared/contract/analysis.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { groupAnalysis } from './group-analysis.ts';
import { objectProfile, profileStandings } from './profile.ts';
import { resultTextsOf, setResultText } from './result-texts.ts';

/** What the scores say: of a group, of one object over the years, and in sentences. */
export const analysis: Handlers<typeof contract> = {
  group: ({ groupUid }, { db }) => groupAnalysis(db, groupUid),
  profile: ({ objectUid }, { db }) => objectProfile(db, objectUid),
  profileStandings: ({ objectUid }, { db }) => profileStandings(db, objectUid),
  resultTexts: ({ groupUid }, { db }) => resultTextsOf(db, groupUid),

  setResultText(input, { db, summarize }) {
    const { name } = setResultText(db, input);
    summarize(name);
    return { uid: input.uid };
  },
};
