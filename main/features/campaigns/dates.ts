import type { DateSource } from '#main/features/calendar/index.ts';
import { knownSecretCampaigns } from './find.ts';
import { openCampaignsBetween } from './queries.ts';

/** First and last days of campaigns; of secret ones for those who may know. */
export const campaignDates: DateSource = (range, context) =>
  [
    ...context.db.all(openCampaignsBetween, range),
    ...knownSecretCampaigns(context).map((campaign) => ({ ...campaign, isSecret: true as const })),
  ].flatMap(({ uid, title, first_day, last_day, status, ...secrecy }) =>
    [
      { kind: 'campaignStart' as const, day: first_day, isDone: status !== 'draft' },
      { kind: 'campaignEnd' as const, day: last_day, isDone: status === 'closed' },
    ]
      .filter(({ day }) => day >= range.from && day <= range.to)
      .map((entry) => ({
        key: `${entry.kind} ${uid}`,
        title,
        note: '',
        uid,
        ...('isSecret' in secrecy ? { isSecret: true as const } : {}),
        ...entry,
      })),
  );
