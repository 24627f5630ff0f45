/** One person as a list says it; nothing has been looked up yet. */
export interface ReadPerson {
  /** Row or line as the clerk counts it. */
  row: number;
  /** As written: 副主任; empty where the list does not say. */
  positionText: string;
  name: string;
  /** Unit and post where they are written apart. */
  unit: string;
  post: string;
  /** Both in one: 市政府副秘书长. */
  title: string;
  officePhone: string;
  mobile: string;
  note: string;
  document: string;
  firstDay: string | null;
  lastDay: string | null;
}

const MOBILE = /^1\d{10}$/;

/** Which of the two phones a number is. */
export function phoneOf(text: string): Pick<ReadPerson, 'officePhone' | 'mobile'> {
  const digits = text.replaceAll(/[\s-]/g, '');
  return MOBILE.test(digits) ? { officePhone: '', mobile: digits } : { officePhone: text, mobile: '' };
}
