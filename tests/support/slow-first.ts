import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes begins first, so that no worker stands idle at the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await BaseSequencer.prototype.sort.call(this, files);
    const isSlow = ({ moduleId }: TestSpecification): boolean => moduleId.includes('/tests/reliability/');
    return [...usual.filter(isSlow), ...usual.filter((file) => !isSlow(file))];
  }
}
