import { describe, expect, it } from "vitest";
import { clientAddress, normalAddress } from "./client-address.ts";

describe("C28: the address that a request counts for", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:cb00:7107", "203.0.113.7"],
    ["0:0:0:0:0:ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
    ["2001:0DB8:0001:0002:ffff::1", "2001:db8:1:2::"],
    ["2001:db8::1", "2001:db8::"],
    ["::1", "::"],
    ["fe80::1%eth0", "fe80::"],
  ])("of %s is %s", (address, normal) => {
    expect(normalAddress(address)).toBe(normal);
  });

  it.each(["", "unknown", "1.2.3", "1.2.3.4, 5.6.7.8", "'; drop table person; --", "999.1.1.1", "_hidden"])("is not %j", (text) => {
    expect(normalAddress(text)).toBeUndefined();
  });

  it("is the peer's own where a proxy hands over something that is no address", () => {
    expect(clientAddress({ ip: "unknown", socket: { remoteAddress: "::ffff:10.0.0.9" } as never })).toBe("10.0.0.9");
    expect(clientAddress({ ip: "unknown", socket: {} as never })).toBe("unknown");
  });
});
