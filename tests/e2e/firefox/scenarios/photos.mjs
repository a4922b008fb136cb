// Photos on a post: one gentle note, and what the file itself says, read on the laptop.
import assert from "node:assert/strict";
import { composer, post } from "./composer.mjs";

const CHECKLIST = "faces, names on walls and jerseys";
const LOCATED = "carries the place where it was taken";
const FILE_NAMED = "The name of a photo's file looks like a student's name";
const GPS = 0x8825;
const ORIENTATION = 0x0112;

/** The first bytes of a JPEG with an EXIF block, with or without a GPS entry. */
function photo(located) {
  const tiff = Buffer.alloc(8 + 2 + 12 + 4 + 2 + 12 + 4);
  tiff.write("II*\0", 0, "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  tiff.writeUInt16LE(located ? GPS : ORIENTATION, 10);
  tiff.writeUInt16LE(4, 12);
  tiff.writeUInt32LE(1, 14);
  tiff.writeUInt32LE(26, 18);
  tiff.writeUInt16LE(1, 26); // the GPS block: one entry, "north"
  tiff.writeUInt16LE(1, 28);
  tiff.writeUInt16LE(2, 30);
  tiff.writeUInt32LE(2, 32);
  tiff.writeUInt32LE(0x4e, 36);
  const body = Buffer.concat([Buffer.from("Exif\0\0"), tiff]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, body, Buffer.from([0xff, 0xda]), Buffer.alloc(64)]);
}

/** Chooses one photo in the page's file field, with a real file of this name. */
async function attach(tab, around, name, located = false) {
  const path = await around.world("file", name, photo(located).toString("base64"));
  const field = await tab.page.waitForSelector("input[type=file]");
  await field.uploadFile(path);
}

/** The composer, looked after already. */
async function ready(tab) {
  await composer(tab);
  await tab.insert("Bake sale");
  await tab.quiet();
}

async function noted(tab) {
  await tab.says("Names and information of students");
  await tab.says(CHECKLIST);
  return tab.words();
}

async function plain(tab, around) {
  await attach(tab, around, "IMG_2034.jpg");
  const said = await noted(tab);
  assert.ok(!said.includes(LOCATED) && !said.includes(FILE_NAMED), said);
}

export const photos = {
  async photo_on_a_post(tab, around) {
    await ready(tab);
    await plain(tab, around);
    await post(tab);
    assert.deepEqual((await tab.sent()).map(({ isTrusted }) => isTrusted), [true]);
  },

  async photo_on_instagram(tab, around) {
    await tab.open("https://www.instagram.com/create/style", "[role=main] [role=textbox], main [role=textbox]");
    await tab.insert("Bake sale");
    await tab.quiet();
    await plain(tab, around);
  },

  async photo_that_carries_its_place(tab, around) {
    await ready(tab);
    await attach(tab, around, "IMG_2034.jpg", true);
    assert.ok((await noted(tab)).includes(LOCATED));
  },

  async photo_named_after_a_student(tab, around) {
    await ready(tab);
    await attach(tab, around, "Emma_Rodrigues-goal.jpg");
    assert.ok((await noted(tab)).includes(FILE_NAMED));
  },
};
