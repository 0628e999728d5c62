-- Matches that were made while the people of Salesforce were being read are made again once they are: few, among all.
create index activities_provisional on activities (connection) where match ? 'isProvisional';
