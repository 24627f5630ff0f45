import { describe, expect, it } from 'vitest';
import { patchOf, type PaperForm } from '#renderer/features/papers/editor/paper-patch.ts';
import { nextStep } from '#renderer/features/papers/steps/next-step.ts';
import { blankPaper } from '#shared/rules/papers/blank-paper.ts';

const all = { edit: true, sign: true };

describe('the biggest button', () => {
  it('leads from draft to issue, one step after the other', () => {
    const labels = (['draft', 'review', 'signing', 'signed'] as const).map(
      (status) => nextStep(status, all)?.label,
    );
    expect(labels).toEqual(['送核稿', '核稿通过', '签发并取号', '印发']);
  });

  it('is not there for whoever may not take the step', () => {
    expect(nextStep('signing', { edit: true, sign: false })).toBeNull();
    expect(nextStep('draft', { edit: false, sign: false })).toBeNull();
    expect(nextStep('issued', all)).toBeNull();
  });
});

describe('what a page sends when it saves', () => {
  const seen: PaperForm = { ...blankPaper('standard'), seriesUid: 'a', copies: 0, scope: '' };

  it('is only what changed, with what the page saw before', () => {
    expect(patchOf('u', seen, { ...seen, title: '通知', copies: 30 })).toEqual({
      uid: 'u',
      base: { title: '', copies: 0 },
      set: { title: '通知', copies: 30 },
    });
  });

  it('is nothing while nothing changed', () => {
    expect(patchOf('u', seen, structuredClone(seen))).toBeNull();
  });
});
