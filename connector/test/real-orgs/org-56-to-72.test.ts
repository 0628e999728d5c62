import { playRealOrgs } from './real-orgs.ts';

playRealOrgs('org-56', 'org-72');
