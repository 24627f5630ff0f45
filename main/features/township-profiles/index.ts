import type { townshipProfiles as contract, ProfileChoice } from '#shared/contract/township-profiles.ts';
import type { Paper } from '#shared/rules/papers/model.ts';
import { profilePaper } from '#shared/rules/township-profiles/profile-paper.ts';
import type { Handlers } from '#main/core/handlers.ts';
import type { MeasureSource } from '#main/core/measures/measure-source.ts';
import { paperSettings } from '#main/features/papers/index.ts';
import type { CountScope } from '#main/features/reports/index.ts';
import { behindProfile } from './numbers.ts';
import { profileOf } from './profile.ts';

/** 乡镇概况: what all features know of one township. */
export function townshipProfilesWith(sources: readonly MeasureSource[]): Handlers<typeof contract> {
  return {
    show: (choice, context) => profileOf(context, sources, choice),
    records: (input, context) => behindProfile(context, sources, input),
    paper: (choice, context) => profilePaperOf(context, sources, choice),
  };
}

export function profilePaperOf(
  scope: CountScope,
  sources: readonly MeasureSource[],
  choice: ProfileChoice,
): Paper {
  return profilePaper(profileOf(scope, sources, choice), paperSettings(scope.db).printer, scope.today);
}
