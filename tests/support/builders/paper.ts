import { blankPaper, bodyText } from '#shared/rules/papers/blank-paper.ts';
import type { Paper, PaperBlock, PaperCell, PaperTable } from '#shared/rules/papers/model.ts';

/*
 * Papers of every layout with everything that the model can say. Texts are made up; their lengths are chosen to
 * turn lines and pages.
 */

const sentence =
  '各成员单位要提高政治站位，压实消防安全责任，全面排查整治火灾隐患，坚决防范和遏制重特大火灾事故发生，确保人民群众生命财产安全。';

/** A paragraph of about this many characters. */
function longText(characters: number): string {
  return (
    sentence
      .repeat(Math.ceil(characters / sentence.length))
      .slice(0, characters - 1)
      .replace(/\p{P}$/u, '等') + '。'
  );
}

function heading(level: number, text: string): PaperBlock {
  return { kind: 'heading', level, runs: [{ text }] };
}

function cell(text: string, more: Partial<PaperCell> = {}): PaperCell {
  return { text, align: 'center', across: 1, down: 1, ...more };
}

/** A list of places with this many rows below its head of two rows, where cells are merged. */
function placesTable(rows: number, more: Partial<PaperTable> = {}): PaperTable {
  const head = [
    [
      cell('序号', { down: 2 }),
      cell('单位名称', { down: 2 }),
      cell('整改要求', { across: 2 }),
      cell('责任单位', { down: 2 }),
    ],
    [cell('隐患'), cell('时限')],
  ];
  const body = Array.from({ length: rows }, (_, index) => [
    cell(String(index + 1)),
    cell(`临江市第${index + 1}商贸城`, { align: 'left' }),
    cell(index % 4 === 0 ? '疏散通道被占用，自动喷水灭火系统停用，消防控制室无人值班' : '安全出口上锁', {
      align: 'left',
    }),
    cell('2026年10月31日'),
    cell('市商务局'),
  ]);
  return {
    kind: 'table',
    caption: '火灾隐患清单',
    columns: [1, 4, 5, 3, 2],
    headRows: 2,
    rows: [...head, ...body],
    landscape: false,
    ...more,
  };
}

/** 文件: every element of the head, four heading levels, a table, two attachments, note and end matter. */
function standardPaper(): Paper {
  return {
    ...blankPaper('standard'),
    head: {
      ...blankPaper('standard').head,
      copyNumber: '000012',
      secrecy: '内部',
      urgency: '特急',
      issuers: ['临江市消防安全委员会'],
      number: '临消安〔2026〕12号',
    },
    title: '临江市消防安全委员会关于开展今冬明春\n火灾防控工作的通知',
    addressee: '各县（市、区）消防安全委员会，市消防安全委员会各成员单位，各重点单位',
    body: [
      bodyText(longText(180)),
      heading(1, '总体要求'),
      bodyText(longText(120)),
      heading(1, '重点任务'),
      heading(2, '排查整治火灾隐患'),
      bodyText(longText(150)),
      heading(3, '高层建筑和大型商业综合体'),
      bodyText(longText(90)),
      heading(4, '每季度开展一次消防演练。'),
      heading(4, '每月检查一次消防设施。'),
      placesTable(5),
      heading(2, '压实责任'),
      bodyText(longText(200)),
      heading(1, '工作要求'),
      {
        kind: 'paragraph',
        place: 'indented',
        runs: [{ text: '请于' }, { text: '2026年12月15日前', bold: true }, { text: '报送情况。' }],
      },
    ],
    attachments: [
      { title: '火灾隐患重点单位整改名单以及各县（市、区）责任领导联系人名册', body: [placesTable(40)] },
      { title: '工作联络员名单', body: [bodyText(longText(60))] },
    ],
    signature: { units: ['临江市消防安全委员会'], day: '2026-11-05', seal: true },
    note: '此件公开发布',
    endMatter: {
      copyTo:
        '市委办公室，市人大常委会办公室，市政府办公室，市政协办公室，市纪委监委，市中级人民法院，市人民检察院，各县（市、区）人民政府',
      printer: '临江市消防安全委员会办公室',
      printedOn: '2026-11-05',
    },
  };
}

/** 文件 going up, issued by three units together, with three signers and no seals. */
function jointPaper(): Paper {
  const units = ['临江市消防安全委员会', '临江市应急管理局', '临江市住房和城乡建设局'];
  return {
    ...blankPaper('standard'),
    head: {
      ...blankPaper('standard').head,
      issuers: units,
      number: '临消安〔2026〕3号',
      signers: ['张建国', '欧阳明', '李　强'],
    },
    title: '关于申请挂牌督办重大火灾隐患的请示',
    addressee: '省消防安全委员会',
    body: [bodyText(longText(300)), bodyText('妥否，请批示。')],
    signature: { units, day: '2026-03-09', seal: false },
    note: '联系人：王　芳，电话：0790-5550123',
    endMatter: { copyTo: '', printer: '临江市消防安全委员会办公室', printedOn: '2026-03-09' },
  };
}

/** 信函: a 督办函 with a table and a reply slip. */
function letterPaper(): Paper {
  return {
    ...blankPaper('letter'),
    head: {
      ...blankPaper('letter').head,
      urgency: '加急',
      issuers: ['临江市消防安全委员会办公室'],
      number: '临消安办函〔2026〕7号',
    },
    title: '关于督办重大火灾隐患整改的函',
    addressee: '市商务局',
    body: [
      bodyText(longText(240)),
      placesTable(8),
      bodyText(longText(160)),
      bodyText('请将办理情况于2026年10月31日前函复。'),
    ],
    signature: { units: ['临江市消防安全委员会办公室'], day: '2026-09-28', seal: true },
    note: '联系人：王　芳，电话：0790-5550123',
    endMatter: { copyTo: '市政府办公室', printer: '', printedOn: '' },
    slip: {
      title: '回执',
      rows: [
        { label: '收到文号', value: '临消安办函〔2026〕7号' },
        { label: '签收单位（盖章）', value: '' },
        { label: '签收人及职务', value: '' },
        { label: '联系电话', value: '' },
        { label: '签收时间', value: '' },
      ],
    },
  };
}

/** 纪要 with attendance. */
function minutesPaper(): Paper {
  return {
    ...blankPaper('minutes'),
    head: {
      ...blankPaper('minutes').head,
      issuers: ['临江市消防安全委员会'],
      markSuffix: '会议纪要',
      number: '第3期',
      issueLine: { left: '临江市消防安全委员会办公室', right: '2026年9月28日' },
    },
    title: '第三季度全体会议纪要',
    body: [
      bodyText(longText(200)),
      heading(1, '议定事项'),
      bodyText(longText(300)),
      {
        kind: 'paragraph',
        place: 'indented',
        runs: [
          { text: '会议议定，', bold: true },
          { text: longText(120), resolution: 'resolution-1' },
        ],
      },
      bodyText(longText(260)),
    ],
    attendance: [
      {
        label: '出席',
        people:
          '市政府李明，市应急管理局王强，市公安局赵　刚，市住房和城乡建设局孙丽，市商务局周涛，市教育局吴敏，市民政局郑伟',
      },
      { label: '请假', people: '市文化和旅游局冯　静' },
      { label: '列席', people: '市消防救援支队陈　勇' },
    ],
    endMatter: { copyTo: '各成员单位', printer: '临江市消防安全委员会办公室', printedOn: '2026-09-30' },
  };
}

/** 通知单: the office's own form. */
function formPaper(): Paper {
  return {
    ...blankPaper('form'),
    title: '会议通知单',
    addressee: '各成员单位',
    body: [bodyText(longText(120)), placesTable(3, { caption: '', headRows: 0 })],
    signature: { units: ['消安办'], day: '2026-09-01', seal: false },
  };
}

/** A paper whose attachment is a table on landscape pages between upright ones. */
function landscapePaper(): Paper {
  return {
    ...standardPaper(),
    body: [bodyText(longText(500))],
    attachments: [
      {
        title: '火灾隐患清单',
        body: [bodyText(longText(60)), placesTable(60, { landscape: true }), bodyText(longText(80))],
      },
      { title: '工作联络员名单', body: [bodyText(longText(60))] },
    ],
  };
}

/** 文件 of one page: a short notice, sealed. */
export function noticePaper(): Paper {
  const { head } = standardPaper();
  return {
    ...standardPaper(),
    head: { ...head, copyNumber: '', secrecy: '', urgency: '', issuers: ['临江市消防安全委员会办公室'] },
    title: '关于召开第四季度联络员会议的通知',
    addressee: '市消防安全委员会各成员单位',
    body: [bodyText(longText(60))],
    attachments: [],
    signature: { units: ['临江市消防安全委员会办公室'], day: '2026-11-05', seal: true },
    note: '',
    endMatter: { copyTo: '', printer: '临江市消防安全委员会办公室', printedOn: '2026-11-05' },
  };
}

/** 文件 of ten pages: headings, text and two tables. */
export function tenPagesPaper(): Paper {
  const section = (count: number): PaperBlock[] => [
    heading(1, `第${count}项任务`),
    heading(2, '基本情况。各地要摸清底数，逐项登记。'),
    bodyText(longText(420)),
    heading(2, '工作要求'),
    bodyText(longText(300)),
    heading(3, '按月报送'),
    bodyText(longText(150)),
  ];
  return {
    ...noticePaper(),
    body: [
      ...section(1),
      ...section(2),
      placesTable(14),
      ...section(3),
      ...section(4),
      placesTable(9),
      bodyText(longText(160)),
    ],
  };
}

/** Whole lines of body text only, so that lines and characters of a page can be counted. */
export function fullPagesPaper(characters = 2_800): Paper {
  return {
    ...blankPaper('form'),
    signature: null,
    body: [{ kind: 'paragraph', place: 'flush', runs: [{ text: '消'.repeat(characters) }] }],
  };
}

export const samplePapers = {
  standard: standardPaper,
  joint: jointPaper,
  letter: letterPaper,
  minutes: minutesPaper,
  form: formPaper,
  landscape: landscapePaper,
} as const satisfies Record<string, () => Paper>;
