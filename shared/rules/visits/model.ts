export const answers = ['pass', 'fail', 'notApplicable'] as const;
export type Answer = (typeof answers)[number];

export const answerNames: Readonly<Record<Answer, string>> = {
  pass: '符合',
  fail: '不符合',
  notApplicable: '不涉及',
};

/** What a new record fills in for a figure. */
export const figureProposals = ['nothing', 'one', 'findings'] as const;
export type FigureProposal = (typeof figureProposals)[number];

export const figureProposalNames: Readonly<Record<FigureProposal, string>> = {
  nothing: '不填',
  one: '填 1',
  findings: '填问题数',
};

/** Figures are kept in ten-thousandths, so that 万元 are exact to the yuan. */
export const FIGURE_SCALE = 10_000;
