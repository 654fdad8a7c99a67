-- SPDX-License-Identifier: GPL-3.0-or-later
-- Asks wrk for another value each time: a path with %s, then the values to put there, in an order that does not repeat soon.
local path, values, number = "", {}, 0
function init(args)
  path = args[1]
  for i = 2, #args do values[#values + 1] = args[i] end
end
function request()
  number = (number * 7 + 11) % #values
  return wrk.format("GET", string.format(path, values[number + 1]))
end
function done(summary, latency, requests)
  io.write(string.format("khomo-bench %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(99), summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
