/** The uid, or another column, of the first row of a table. @param condition in SQL */
export type FirstUid = (table: string, condition?: string, column?: string) => string;

export interface GivenExports {
  uid: FirstUid;
  /** What the sample has none of. */
  made: { collection: string; unit: string; form: string; set: string; diagnosis: string };
}

interface AskedExport {
  input: object | undefined;
  /** Part of what the log says that was asked for. */
  condition?: string;
}

const span = { from: '2020-01-01', to: '2099-12-31' };

/** How each is asked for; `condition`: what the log then says of it. */
export const askedExports: Readonly<Record<string, (given: GivenExports) => AskedExport>> = {
  'about.saveDiagnosis': ({ made }) => ({ input: { diagnosisUid: made.diagnosis } }),
  'archive.write': () => ({ input: { year: 2020, as: 'zip' }, condition: '年度 2020' }),
  'assessment.exportWorkbook': ({ uid }) => ({
    input: { periodUid: uid('assessment_period', "status = 'open'"), formUid: null, once: null, date: null },
    condition: '考核期 ',
  }),
  'brigades.exportLedger': () => ({
    input: { denominator: 'townships', view: 'behind', text: '' },
    condition: '范围 全部乡镇(街道)、滞后',
  }),
  'campaigns.exportTargets': ({ uid }) => ({ input: { uid: uid('campaign') } }),
  'campaigns.writeDrawingRecord': ({ uid }) => ({ input: { uid: uid('campaign_drawing'), format: 'docx' } }),
  'checklists.exportWorkbook': ({ uid }) => ({ input: { uid: uid('checklist') } }),
  'checklists.writeForm': ({ uid }) => ({ input: { uid: uid('checklist'), format: 'pdf' } }),
  'collectionReturns.exportCorrections': ({ made }) => ({
    input: { uid: made.collection, unitUids: [made.unit], as: 'folder' },
  }),
  'collections.exportTable': ({ made }) => ({ input: { uid: made.collection }, condition: '排查统计' }),
  'collections.handOut': ({ made }) => ({
    input: { uid: made.collection, unitUids: [made.unit], as: 'zip' },
  }),
  'countyPlans.exportCheck': ({ uid }) => ({ input: { planUid: uid('task_plan'), uids: null } }),
  'credit.exportLists': () => ({
    input: { day: '2026-09-30', filter: { view: 'all', countyUid: null, text: '酒店' } },
    condition: '截至 2026-09-30、查找 酒店',
  }),
  'credit.writePaper': () => ({ input: { day: '2026-09-30', list: 'trusted', format: 'docx' } }),
  'duty.exportRoster': ({ uid }) => ({ input: { uid: uid('duty_period') } }),
  'duty.writeSheet': ({ uid }) => ({
    input: { uid: uid('duty_period'), from: null, to: null, format: 'pdf' },
  }),
  'dutyLog.writeSheet': ({ uid }) => ({
    input: { from: uid('duty_entry', '1', 'day'), to: uid('duty_entry', '1', 'day'), format: 'docx' },
  }),
  'establishments.exportLedger': ({ uid }) => ({
    input: {
      kindUid: uid('establishment_kind'),
      countyUid: uid('organization', "level = 'county'"),
      view: 'missing',
      text: '',
    },
    condition: '、未挂牌',
  }),
  'exchange.exportAll': () => ({ input: { as: 'folder' } }),
  'exchange.make': ({ uid }) => ({
    input: {
      topics: ['sites'],
      organizationUids: [uid('organization', "level = 'county'")],
      periodUid: null,
      withFiles: false,
      password: 'Geheim-2026',
    },
    condition: '内容 重点单位、机构 ',
  }),
  'findings.exportLedger': () => ({
    input: {
      filter: {
        view: 'all',
        campaignUid: null,
        countyUid: null,
        tradeUid: null,
        severity: 'major',
        text: '',
        counted: null,
      },
      uids: null,
    },
    condition: '级别 重大',
  }),
  'findings.exportResults': () => ({ input: { campaignUid: null, from: '2026-01-01', to: null } }),
  'fireFigures.exportMonth': () => ({
    input: { month: '2026-09', countyUid: null },
    condition: '月份 2026-09',
  }),
  'foreignForms.fillIn': ({ made }) => ({
    input: { uid: made.form, ...span, periodUid: null },
    condition: '季度表、从 2020-01-01',
  }),
  'history.exportLog': () => ({
    input: { text: '新增', userName: null, from: null, to: null },
    condition: '查找 新增',
  }),
  'inspectors.exportPool': () => ({
    input: {
      filter: { view: 'active', role: 'expert', skillUid: null, unit: null, awayOn: null, text: '' },
      uids: null,
    },
    condition: '在库、角色 专家',
  }),
  'keySites.exportLedger': ({ uid }) => ({
    input: {
      filter: { view: 'active', placeUid: null, tradeUid: uid('site_trade'), kindUid: null, text: '' },
      uids: null,
    },
    condition: '在册、行业 ',
  }),
  'ledgers.exportLedger': () => ({
    input: {
      ledger: 'waterSources',
      filter: { placeUid: null, due: 'overdue', chosen: {}, text: '' },
      uids: null,
    },
    condition: '到期 已到期',
  }),
  'library.exportList': () => ({
    input: { text: '', level: 'law', view: 'all' },
    condition: '效力 国家法律',
  }),
  'listedSupervision.exportLedger': () => ({ input: { view: 'open' }, condition: '在册' }),
  'meetings.exportSignIn': ({ uid }) => ({ input: { uid: uid('meeting') } }),
  'notices.exportDocx': ({ uid }) => ({ input: { uids: [uid('notice')] }, condition: '所选 ' }),
  'notices.exportLedger': () => ({ input: span, condition: '从 2020-01-01、到 2099-12-31' }),
  'organizations.exportWorkbook': () => ({ input: { day: null } }),
  'papers.exportRegister': () => ({ input: { kind: null, year: 2026, text: '' }, condition: '年度 2026' }),
  'papers.writeDocx': ({ uid }) => ({
    input: { uid: uid('paper', 'id IN (SELECT paper_id FROM paper_content)') },
  }),
  'papers.writeDraftForm': ({ uid }) => ({
    input: { uid: uid('paper', 'id IN (SELECT paper_id FROM paper_content)'), format: 'docx' },
  }),
  'papers.writePdf': ({ uid }) => ({
    input: { uids: [uid('paper', 'id IN (SELECT paper_id FROM paper_content)')] },
  }),
  'partnerUnits.exportWorkbook': () => ({ input: undefined }),
  'randomInspection.exportCertificate': ({ uid }) => ({ input: { uid: uid('random_draw') } }),
  'randomInspection.exportDrawn': ({ uid }) => ({ input: { uid: uid('random_draw') } }),
  'randomInspection.exportPlan': ({ uid }) => ({ input: { uid: uid('random_plan') } }),
  'randomInspection.exportPublication': ({ uid }) => ({
    input: { month: uid('random_publication', '1', 'month'), kind: 'results' },
    condition: '、抽查结果',
  }),
  'randomInspection.writeCertificate': ({ uid }) => ({ input: { uid: uid('random_draw'), format: 'docx' } }),
  'randomInspection.writePublication': ({ uid }) => ({
    input: { month: uid('random_publication', '1', 'month'), kind: 'plan', format: 'docx' },
    condition: '、抽查计划',
  }),
  'receivedPapers.exportRegister': () => ({
    input: { view: 'done', year: null, text: '' },
    condition: '已办结',
  }),
  'receivedPapers.writeHandlingForm': ({ uid }) => ({
    input: { uid: uid('received_paper'), format: 'docx' },
  }),
  'reports.exportSet': ({ made }) => ({ input: { uid: made.set } }),
  'reports.exportWorkbook': ({ uid }) => ({ input: { uids: [uid('report_definition')], ...span } }),
  'reports.writePaper': ({ uid }) => ({ input: { uid: uid('report_definition'), ...span, format: 'docx' } }),
  'reports.writeSetPapers': ({ made }) => ({ input: { uid: made.set, format: 'docx' } }),
  'rosters.exportWorkbook': ({ uid }) => ({
    input: { committeeUids: [uid('committee')], day: null, sheets: ['phoneBook'], maskPhones: true },
    condition: '、通讯录、隐去电话号码',
  }),
  'schedules.exportWorkbook': ({ uid }) => ({
    input: { uid: uid('campaign', 'id IN (SELECT campaign_id FROM campaign_schedule)') },
  }),
  'schedules.writeSheet': ({ uid }) => ({
    input: {
      uid: uid('campaign', 'id IN (SELECT campaign_id FROM campaign_schedule)'),
      form: 'groups',
      format: 'docx',
    },
    condition: '、分组安排表',
  }),
  'schedules.writeTaskSheets': ({ uid }) => ({
    input: {
      uid: uid('campaign', 'id IN (SELECT campaign_id FROM campaign_schedule)'),
      teamId: null,
      withQuestions: true,
      format: 'pdf',
    },
    condition: '、附检查清单',
  }),
  'schemes.exportWorkbook': ({ uid }) => ({ input: { uid: uid('scheme') } }),
  'scoreSheets.exportWorkbook': ({ uid }) => ({ input: scoreSheetsOf(uid) }),
  'scoreSheets.writeForms': ({ uid }) => ({
    input: { ...scoreSheetsOf(uid), format: 'docx' },
    condition: '考评分',
  }),
  'shortfalls.exportTable': ({ uid }) => ({ input: { itemUid: uid('shortfall_item') } }),
  'tasks.exportMonthlyReport': () => ({
    input: { month: '2026-09', kind: 'resolution', sourceText: null, supporting: true },
    condition: '月份 2026-09、种类 议定事项',
  }),
  'tasks.exportWorkbook': () => ({
    input: {
      filter: { text: '', view: 'overdue', kind: null, unitUid: null, sourceUid: null },
      sort: 'due',
      descending: false,
      uids: null,
      layout: 'ledger',
    },
    condition: '逾期、排序 完成时限、督办台账',
  }),
  'townshipProfiles.exportWorkbook': ({ uid }) => ({
    input: { uid: uid('organization', "level = 'township'"), ...span },
  }),
  'townshipProfiles.writePaper': ({ uid }) => ({
    input: { uid: uid('organization', "level = 'township'"), ...span, format: 'docx' },
  }),
  'users.exportRights': () => ({ input: undefined }),
  'visitSheets.exportWorkbook': ({ uid }) => ({
    input: {
      campaignUid: uid('campaign', 'id IN (SELECT campaign_id FROM campaign_schedule)'),
      scope: { kind: 'open' },
    },
    condition: '、还没有登记的',
  }),
  'visitSheets.writeForms': ({ uid }) => ({
    input: {
      targetUids: [uid('campaign_target', 'campaign_id IN (SELECT campaign_id FROM campaign_schedule)')],
      format: 'docx',
    },
  }),
};

function scoreSheetsOf(uid: FirstUid) {
  const groupUid = uid('assessment_group');
  const objectUids = [uid('assessment_object', 'group_id = (SELECT min(id) FROM assessment_group)')];
  return { groupUid, objectUids, stage: 'checked', judgeUids: [], withSelf: false };
}
