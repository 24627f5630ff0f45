import { schemeSettingFields, schemeSettingsSchema } from '#shared/rules/scoring/model.ts';
import { defaultSettings } from '#shared/rules/schemes/default-settings.ts';
import { withSettings } from '#shared/rules/schemes/with-settings.ts';
import { describe, expect, it } from 'vitest';

describe('the settings of a scheme', () => {
  it('have a source for what a document sets: grades, decimals, ties, quota, bonus, conversion, self scores, judges', () => {
    const sources = Object.keys(schemeSettingFields).filter((name) => name.endsWith('Source'));
    expect(sources.map((name) => name.replace('Source', ''))).toEqual([
      'grades',
      'decimals',
      'ties',
      'quota',
      'bonus',
      'convert',
      'selfCounts',
      'judges',
    ]);
  });

  it('are read also where they were stored before some of them were known', () => {
    const { grades, gradesSource, decimals, ties, tiesSource, bestGradeQuota, bonusCap, convertTo } =
      defaultSettings;
    const first = { grades, gradesSource, decimals, ties, tiesSource, bestGradeQuota, bonusCap, convertTo };
    expect(schemeSettingsSchema.parse(first)).toEqual(defaultSettings);
  });

  it('take over those changes that are settings', () => {
    expect(withSettings(defaultSettings, { title: '新名' })).toBeUndefined();
    expect(withSettings(defaultSettings, { title: '新名', bonusSource: '方案第八条' })).toEqual({
      ...defaultSettings,
      bonusSource: '方案第八条',
    });
  });
});
