#!/usr/bin/env bash
# Makes the sample video that tests and the demo upload. Needs ffmpeg; run by hand only, its result is committed.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=libs/testkit/src/main/resources/io/postbreeze/testkit/sample.mp4

ffmpeg -hide_banner -loglevel error -y \
  -f lavfi -i "gradients=size=1080x1920:rate=30:duration=12:c0=0x0b1e3f:c1=0x25f4ee:c2=0xfe2c55:c3=0xffffff:nb_colors=4:speed=0.02:seed=7" \
  -f lavfi -i "sine=frequency=440:beep_factor=2:sample_rate=44100:duration=12" \
  -c:v libx264 -profile:v high -pix_fmt yuv420p -preset veryslow -crf 30 -maxrate 450k -bufsize 900k -g 60 \
  -c:a aac -b:a 32k -ac 1 -map_metadata -1 -fflags +bitexact -flags:v +bitexact -flags:a +bitexact \
  -movflags +faststart "$target"

size=$(wc -c < "$target")
[ "$size" -lt 1000000 ] || { echo "$target is $size bytes; it must stay under 1 MB" >&2; exit 1; }
echo "$target: $size bytes"
