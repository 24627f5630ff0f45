/** What an error says about its occasion; only what its text needs. */
export type ErrorData = Readonly<Record<string, unknown>>;

function say(data: ErrorData, key: string, fallback = ''): string {
  const value = data[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : fallback;
}

/*
 * The closed set of errors that cross from the core to a page, each with its Chinese text:
 * what happened and what to do next. Code looks at the code, never at the text.
 */
const texts = {
  notSignedIn: () => '还没有登录或登录已失效，请重新登录。',
  notAllowed: (data: ErrorData) =>
    `您没有“${say(data, 'label', '这项操作')}”的权限，需要时请安全管理员授予身份。`,
  wrongPassword: (data: ErrorData) => {
    if (data['left'] === undefined) return '密码不对，请重新输入。';
    return data['left'] === 0
      ? '密码连续输错，已锁定一段时间。请到时再试，或请系统管理员解除锁定。'
      : `密码不对，请重新输入。再错 ${say(data, 'left')} 次将被锁定一段时间。`;
  },
  lockedOut: (data: ErrorData) =>
    `密码连续输错，已锁定到 ${say(data, 'until')}。请到时再试，或请系统管理员解除锁定。`,
  screenLocked: () => '屏幕已锁定，请先输入密码。',
  passwordDue: () => '请先修改密码，再做其他操作。',
  badInput: (data: ErrorData) => `填写的内容有问题：${say(data, 'detail', '请检查后重试')}`,
  notFound: (data: ErrorData) => `${say(data, 'what', '要找的内容')}已不存在，可能已被删除，请刷新后重试。`,
  conflict: () => '这里的内容刚被别人改过，请对照后再决定保留哪一个。',
  duplicate: (data: ErrorData) => `${say(data, 'what', '名称')}“${say(data, 'value')}”已经有了，请换一个。`,
  frozen: (data: ErrorData) =>
    `${say(data, 'what', '该内容')}${say(data, 'state', '已定稿')}，不能修改；${say(data, 'advice', '确需修改请先按程序重新打开')}。`,
  inUse: (data: ErrorData) =>
    `${say(data, 'what', '该内容')}正被${say(data, 'by', '其他内容')}使用，不能删除。`,
  refused: (data: ErrorData) => say(data, 'reason', '这项操作现在不能进行。'),
  undoConflict: (data: ErrorData) => say(data, 'reason', '之后又有改动，不能撤销。'),
  undoImpossible: (data: ErrorData) => say(data, 'reason', '没有可以撤销的操作。'),
  fileRefused: (data: ErrorData) => say(data, 'reason', '这个文件不能读取。'),
  fileBusy: (data: ErrorData) =>
    say(
      data,
      'reason',
      `文件“${say(data, 'name')}”正被其他程序(如 Excel、WPS)打开，请关闭它后重试，或点“另存为”换一个文件名。`,
    ),
  diskFull: () => '磁盘空间不足，没有保存。请清理磁盘后重试，原有数据没有受影响。',
  cancelled: () => '已取消。',
  storeUnavailable: (data: ErrorData) => say(data, 'reason', '数据暂时不能读写。'),
  internal: (data: ErrorData) =>
    `程序内部出错(编号 ${say(data, 'number', '0')})，数据没有改变。请把编号告诉维护人员。`,
} satisfies Record<string, (data: ErrorData) => string>;

export type ErrorCode = keyof typeof texts;

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(texts, code);
}

export function errorText(code: ErrorCode, data: ErrorData = {}): string {
  return texts[code](data);
}

/** What an error says, of whatever kind it is. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The only error that handlers throw on purpose; anything else becomes `internal` with a number. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly data: ErrorData;

  constructor(code: ErrorCode, data: ErrorData = {}) {
    super(errorText(code, data));
    this.name = 'AppError';
    this.code = code;
    this.data = data;
  }
}
