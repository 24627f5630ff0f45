import { pointsText } from '#shared/rules/scoring/points-text.ts';
import {
  optional,
  parseCount,
  parseDecimal,
  parsePoints,
  parsePositiveDecimal,
  parsePositivePoints,
  parseText,
} from '../model/parse.ts';
import { CommitField, type CommitFieldProps, type Lines } from './commit-field.tsx';

type FieldProps<Value> = Pick<
  CommitFieldProps<Value>,
  'label' | 'value' | 'onCommit' | 'disabled' | 'width' | 'placeholder'
>;

interface TextFieldProps extends FieldProps<string> {
  /** Characters at most. */
  most: number;
  isRequired?: boolean;
  lines?: Lines;
}

/** What belongs in it is not said where nothing can be typed. */
export function TextField({ most, isRequired = false, placeholder = '', ...props }: TextFieldProps) {
  const parse = parseText(most, props.label, isRequired ? 1 : 0);
  const shown = props.disabled ? '' : placeholder;
  return <CommitField {...props} placeholder={shown} format={(value) => value} parse={parse} />;
}

const POINTS_WIDTH = 92;

export function PointsField({ mayBeZero = false, ...props }: FieldProps<number> & { mayBeZero?: boolean }) {
  return (
    <CommitField
      width={POINTS_WIDTH}
      {...props}
      format={pointsText}
      parse={mayBeZero ? parsePoints : parsePositivePoints}
      suffix="分"
    />
  );
}

export function OptionalPointsField({
  isPositive = false,
  ...props
}: FieldProps<number | null> & { isPositive?: boolean }) {
  return (
    <CommitField
      width={POINTS_WIDTH}
      {...props}
      format={(value) => (value === null ? '' : pointsText(value))}
      parse={optional(isPositive ? parsePositivePoints : parsePoints)}
      suffix="分"
    />
  );
}

interface CountFieldProps extends FieldProps<number> {
  least?: number;
  most?: number;
}

export function CountField({ least = 1, most = 10_000, ...props }: CountFieldProps) {
  return <CommitField width={64} {...props} format={String} parse={parseCount(least, most)} />;
}

export function DecimalField({
  isPositive = false,
  ...props
}: FieldProps<string> & { isPositive?: boolean }) {
  const parse = isPositive ? parsePositiveDecimal : parseDecimal;
  return <CommitField width={80} {...props} format={(value) => value} parse={parse} />;
}
