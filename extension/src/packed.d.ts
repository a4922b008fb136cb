// The build's own modules: a site's facts as pack.ts makes them of shared_rules/sites/<site>.json (see build.mjs).
declare module "packed:*" {
  const facts: import("./sites/labels").SiteFacts;
  export default facts;
}
