import { playRealOrgs } from './real-orgs.ts';

playRealOrgs('org-37', 'org-55');
