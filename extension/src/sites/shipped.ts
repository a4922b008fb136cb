// The shipped sites' facts for tests, made of shared_rules/sites as the build makes them. Not part of any bundle.
import facebook from "../../../shared_rules/sites/facebook.json";
import instagram from "../../../shared_rules/sites/instagram.json";
import type { Site } from "../contract.gen";
import { packSite } from "./pack";

export const facebookFacts = packSite(facebook as Site);
export const instagramFacts = packSite(instagram as Site);
