import { Input, type InputProps, type InputRef } from 'antd';
import { useFirstFocus } from './first-focus.ts';

interface FirstFieldProps extends InputProps {
  isPassword?: boolean;
}

/** A text field that has the focus as soon as it is there; what stands in it is selected, so that typing replaces it. */
export function FirstField({ isPassword = false, ...props }: FirstFieldProps) {
  const field = useFirstFocus<InputRef>('all');
  return isPassword ? <Input.Password {...props} ref={field} /> : <Input {...props} ref={field} />;
}
