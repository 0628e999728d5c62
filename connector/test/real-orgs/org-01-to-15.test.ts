import { playRealOrgs } from './real-orgs.ts';

playRealOrgs('org-01', 'org-15');
