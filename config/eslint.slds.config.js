import slds from '@salesforce-ux/eslint-plugin-slds';

/** Salesforce's rules for the design system: no retired class, no hard-coded colour, no override. */
export default [...[].concat(slds.configs['flat/recommended'])];
