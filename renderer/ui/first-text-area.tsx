import { Input } from 'antd';
import { type ComponentProps, type ComponentRef, useEffect, useRef } from 'react';

/** A field of several lines that has the focus as soon as it is there; see FirstField. */
export function FirstTextArea(props: ComponentProps<typeof Input.TextArea>) {
  const field = useRef<ComponentRef<typeof Input.TextArea>>(null);
  useEffect(() => field.current?.focus({ cursor: 'end' }), []);
  return <Input.TextArea {...props} ref={field} />;
}
