import { playRealOrgs } from './real-orgs.ts';

playRealOrgs('org-18', 'org-35');
