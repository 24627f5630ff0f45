import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useFirstFocus } from './first-focus.ts';

/** A text of several lines that has the focus as soon as it is there; a field of a form. */
export function FirstText(props: Parameters<typeof Input.TextArea>[0]) {
  const field = useFirstFocus<TextAreaRef>('end');
  return <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} {...props} ref={field} />;
}
