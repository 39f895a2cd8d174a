import type { IConfiguration, ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

export const features: readonly string[];
declare const rules: {
  forbidden: IForbiddenRuleType[];
  options: Omit<ICruiseOptions, 'tsConfig'> & Pick<IConfiguration, 'extends'>;
};
export default rules;
