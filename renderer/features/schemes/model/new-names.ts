/** What stands in a part that was just added; typing replaces it. */
export const NEW_CONTENT = '(请填写考评内容)';
export const NEW_CATEGORY = '新的一级指标';
