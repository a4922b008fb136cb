// The content script of Instagram.
import facts from "../../shared_rules/sites/instagram.json";
import { lookAfter } from "./content";
import { instagram } from "./sites/instagram";
import { livePage } from "./sites/site";

lookAfter(instagram(facts, livePage()));
