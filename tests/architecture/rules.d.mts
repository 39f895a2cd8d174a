import type { IConfiguration, ICruiseOptions, IForbiddenRuleType } from 'dependency-cruiser';

declare const rules: {
  forbidden: IForbiddenRuleType[];
  options: Omit<ICruiseOptions, 'tsConfig'> & Pick<IConfiguration, 'extends'>;
};
export default rules;
