import { randomUUID } from 'node:crypto';
import type {
  AnyContractProcedure,
  ContractProcedure,
  InferSchemaInput,
  InferSchemaOutput,
} from '@orpc/contract';
import { type Contract, contract } from '#shared/contract/index.ts';
import type { OperationMeta } from '#shared/contract/operation.ts';
import { AppError } from '#shared/errors.ts';
import type { CoreServices } from '#main/core/dispatch/context.ts';
import type { Caller } from '#main/core/handlers.ts';

type Features = Omit<Contract, 'drafts' | 'events' | 'files' | 'jobs' | 'session'>;
type InputOf<Procedure> =
  Procedure extends ContractProcedure<infer Input, infer _O, infer _E, infer _M>
    ? InferSchemaInput<Input>
    : never;
type OutputOf<Procedure> =
  Procedure extends ContractProcedure<infer _I, infer Output, infer _E, infer _M>
    ? InferSchemaOutput<Output>
    : never;

/** Runs one operation of the contract as a page would: its input is checked, then the core does it. */
export type RunOperation = <Feature extends keyof Features, Name extends keyof Features[Feature] & string>(
  feature: Feature,
  name: Name,
  input: InputOf<Features[Feature][Name]>,
) => Promise<OutputOf<Features[Feature][Name]>>;

export function createRunOperation(core: CoreServices, caller: Caller): RunOperation {
  return async (feature, name, input) => {
    const procedure = contract[feature][name] as AnyContractProcedure;
    const { inputSchema, meta } = procedure['~orpc'];
    const checked = await inputSchema?.['~standard'].validate(input);
    const path = `${feature}.${name}`;
    if (checked !== undefined && 'issues' in checked && checked.issues !== undefined) {
      throw new AppError('badInput', { detail: `${path} ${checked.issues[0]?.message ?? ''}` });
    }
    const value = checked === undefined ? input : checked.value;
    const answer =
      (meta as OperationMeta).kind === 'read'
        ? core.read(path, value, caller)
        : core.write(path, value, caller, randomUUID());
    // The contract itself says what the handler answers.
    return (await answer) as OutputOf<Contract[typeof feature][typeof name]>;
  };
}
