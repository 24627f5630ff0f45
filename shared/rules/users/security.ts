/* What the office has laid down about passwords, locking out and locking the screen; the standard gives no figures. */

export interface SecuritySettings {
  /** Characters. */
  minLength: number;
  /** Of small letters, capital letters, digits and other signs: how many kinds must be there. */
  kinds: number;
  /** How many earlier passwords may not come back. */
  remembered: number;
  /** Words that make no password, also with signs and digits around or instead of letters. */
  commonWords: readonly string[];
  /** Wrong tries until a user is locked out. */
  lockTries: number;
  lockMinutes: number;
  /** Minutes without a key or the mouse until the screen is covered; 0: never. */
  idleMinutes: number;
  /** 三员 mode. */
  administratorsApart: boolean;
  /** What the figures go by. */
  source: string;
}

export const defaultSecurity: SecuritySettings = {
  minLength: 8,
  kinds: 3,
  remembered: 5,
  commonWords: (
    'password passwd admin administrator root user guest test welcome letmein login master secret changeme default ' +
    'system manager iloveyou woaini qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc abc abcd abcdef ' +
    'mima xiaofang xiaoanban xiaoanwei anquan bangong dragon monkey sunshine'
  ).split(' '),
  lockTries: 5,
  lockMinutes: 10,
  idleMinutes: 15,
  administratorsApart: false,
  source:
    'GB/T 22239—2019《信息安全技术 网络安全等级保护基本要求》身份鉴别条款要求口令有复杂度、登录失败有处理、超时自动退出，未规定数值；此处数值为测评常用值，可按本单位规定修改',
};
